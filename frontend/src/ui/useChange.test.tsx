import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { Problem } from './problem';
import { useChange } from './useChange';

const inQueries = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

describe('a change', () => {
  it('is sent with the same key until it has worked, then with a new one', async () => {
    const { result } = renderHook(useChange, { wrapper: inQueries });
    const keys: string[] = [];
    const send = (works: boolean) =>
      act(() =>
        result.current.run(async (key) => {
          keys.push(key);
          if (!works) {
            throw new Problem(0, 'No connection', '');
          }
        }),
      );
    await send(false);
    await send(true);
    await send(true);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('that has arrived before, and was changed since, says so to people', async () => {
    const { result } = renderHook(useChange, { wrapper: inQueries });
    const type = 'urn:uplift:problem:idempotency-key-reused';
    await act(() =>
      result.current.run(async () => {
        throw new Problem(409, 'The Idempotency-Key was used for another request', '', [], { type });
      }),
    );
    expect(result.current.problem?.title).toBe('It has been saved already');
  });
});
