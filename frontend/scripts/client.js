// The web app's client is generated and committed: it has to be what the contract makes today.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import config from '../openapi-ts.config.ts';

const folder = mkdtempSync(join(tmpdir(), 'uplift-client-'));

/** What stands in each file below a folder, by its path there. */
function contents(below) {
  return new Map(
    readdirSync(below, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(below.length + 1), readFileSync(path, 'utf8')]),
  );
}

try {
  const settings = await config;
  await createClient({
    ...settings,
    output: { ...settings.output, path: folder },
    logs: { level: 'silent' },
  });
  const made = contents(folder);
  const committed = contents(settings.output.path);
  const differing = [...new Set([...made.keys(), ...committed.keys()])].filter(
    (path) => made.get(path) !== committed.get(path),
  );
  if (differing.length > 0) {
    console.error(`src/api is not what openapi.yaml makes, in ${differing.join(', ')}; run: make contract`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
