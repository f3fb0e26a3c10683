import { useQuery } from '@tanstack/react-query';
import { packResourceCompare, packResourceContent, packResourceGet, packResourceList } from '../api/sdk.gen';
import type { PackContent, PackResourceListData } from '../api/types.gen';
import { answered } from '../ui/problem';

export function usePacks(query: NonNullable<PackResourceListData['query']>, enabled = true) {
  return useQuery({
    queryKey: ['packs', query],
    queryFn: () => answered(packResourceList({ query })),
    enabled,
  });
}

export function usePack(id: string) {
  return useQuery({
    queryKey: ['pack', id],
    queryFn: () => answered(packResourceGet({ path: { id } })),
  });
}

/** What a pack tells, the bytes that it came in, and their SHA-256 where the browser can compute it. */
export function usePackContent(id: string) {
  return useQuery({
    queryKey: ['pack', id, 'content'],
    queryFn: async () => {
      const bytes = (await answered(
        packResourceContent({ path: { id }, parseAs: 'arrayBuffer' }),
      )) as unknown as ArrayBuffer;
      const told = JSON.parse(new TextDecoder().decode(bytes)) as PackContent;
      return { bytes, told, sha256: await sha256Of(bytes) };
    },
    staleTime: 'static',
  });
}

export function usePackComparison(id: string) {
  return useQuery({
    queryKey: ['pack', id, 'comparison'],
    queryFn: () => answered(packResourceCompare({ path: { id } })),
    staleTime: 'static',
  });
}

/** In hexadecimal digits. */
async function sha256Of(bytes: ArrayBuffer): Promise<string | undefined> {
  // Browsers compute it only where the connection is secure.
  if (!globalThis.crypto?.subtle) {
    return undefined;
  }
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
