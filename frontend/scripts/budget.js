import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What may be sent, in KB when compressed: the sign-in entry, the shell, a page on top of it, the styles. */
const BUDGET = { entry: 25, shell: 240, page: 60, styles: 45 };

/** Pages that are shown inside another one, and are sent together with it. */
const INSIDE = {
  'src/school/SchoolOverview.tsx': 'src/school/SchoolPage.tsx',
  'src/outcome/OutcomesPage.tsx': 'src/school/SchoolPage.tsx',
  'src/outcome/TeacherAssessment.tsx': 'src/school/SchoolPage.tsx',
  'src/outcome/SimilarSchools.tsx': 'src/school/SchoolPage.tsx',
  'src/inspection/InspectionTimeline.tsx': 'src/school/SchoolPage.tsx',
  'src/cycle/SchoolCycles.tsx': 'src/school/SchoolPage.tsx',
  'src/dataset/QueryPage.tsx': 'src/dataset/DataSetPage.tsx',
  'src/dataset/DictionaryPage.tsx': 'src/dataset/DataSetPage.tsx',
};

const manifestFile = new URL('../dist/.vite/manifest.json', import.meta.url);
if (!existsSync(manifestFile)) {
  console.error('There is no build to weigh; run: npm run build');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const weigh = (file) => gzipSync(readFileSync(new URL(`../dist/${file}`, import.meta.url))).length / 1024;

function scripts(key, seen = new Set()) {
  if (seen.has(key)) {
    return seen;
  }
  seen.add(key);
  for (const other of manifest[key].imports ?? []) {
    scripts(other, seen);
  }
  return seen;
}

const sum = (keys) => [...keys].reduce((total, key) => total + weigh(manifest[key].file), 0);
const entry = scripts('index.html');
const shell = new Set([...entry, ...scripts('src/app/main.tsx')]);
const pages = Object.keys(manifest).filter(
  (key) => manifest[key].isDynamicEntry && key !== 'src/app/main.tsx',
);
const styles = [...new Set(Object.values(manifest).flatMap((part) => part.css ?? []))].reduce(
  (t, f) => t + weigh(f),
  0,
);
const sent = (key) => new Set([...scripts(key), ...(INSIDE[key] ? scripts(INSIDE[key]) : [])]);
const found = [
  ['sign-in entry', sum(entry), BUDGET.entry],
  ['shell', sum(shell), BUDGET.shell],
  ...pages.map((key) => [key, sum([...sent(key)].filter((one) => !shell.has(one))), BUDGET.page]),
  ['styles', styles, BUDGET.styles],
];
let over = false;
for (const [what, size, most] of found) {
  if (size > most) {
    over = true;
    console.error(`${what}: ${size.toFixed(1)} KB compressed, ${most} KB are allowed`);
  }
}
if (!over) {
  const heaviest = found.slice(2, -1).reduce((one, other) => (other[1] > one[1] ? other : one));
  console.log(
    [found[0], found[1], heaviest, found.at(-1)]
      .map(([what, size]) => `${what} ${size.toFixed(1)} KB`)
      .join(', '),
  );
}
process.exit(over ? 1 : 0);
