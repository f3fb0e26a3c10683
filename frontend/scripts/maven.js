import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import address from 'mvn-artifact-url';

/** Fetches Maven for a machine that has none: what its makers publish, with the checksum that they publish. */
const VERSION = '3.9.16';
const SHA512 =
  '831a8591fe20c8243b1dbe7d71e3244f31d1665b0804b2e825e38cbbe5ce0cafb8338851f90780735568773e0a6cd07bbec107cda0b896b008b861075358b6f6';
const home = fileURLToPath(new URL('../../.maven', import.meta.url));

async function fetchMaven() {
  const artifact = {
    groupId: 'org.apache.maven',
    artifactId: 'apache-maven',
    version: VERSION,
    classifier: 'bin',
    extension: 'tar.gz',
  };
  const answer = await fetch(await address.default(artifact, process.env.MVNW_REPOURL?.replace(/\/*$/, '/')));
  if (!answer.ok) {
    throw new Error(`the answer was ${answer.status}`);
  }
  const archive = Buffer.from(await answer.arrayBuffer());
  const found = createHash('sha512').update(archive).digest('hex');
  if (found !== SHA512) {
    throw new Error(`its SHA-512 is ${found}, expected ${SHA512}`);
  }
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  const { error, status } = spawnSync('tar', ['-xzf', '-', '-C', home, '--strip-components=1'], {
    input: archive,
  });
  if (status !== 0) {
    throw new Error(`tar could not unpack it${error ? ` (${error.message})` : ''}`);
  }
}

fetchMaven().catch((e) => {
  console.error(
    `Maven ${VERSION} could not be fetched: ${e.cause?.message ?? e.message}. ` +
      'Install it with your package manager, for example apt install maven or brew install maven.',
  );
  process.exit(1);
});
