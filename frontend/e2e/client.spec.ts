import { expect, test } from '@playwright/test';
import { type Client, createClient } from '../src/api/client';
import {
  dataSetResourceDownload,
  dataSetResourceList,
  dataSetResourceQuery,
  schoolResourceChange,
  schoolResourceGet,
} from '../src/api/sdk.gen';
import type { DataSetQuery, Problem } from '../src/api/types.gen';

/** The client that is generated from the contract, without the app and without a browser. */

let issuer: string;
let origin: string;

test.beforeAll(async ({ baseURL }) => {
  origin = baseURL ?? '';
  ({ issuer } = (await (await fetch(`${origin}/config.json`)).json()) as { issuer: string });
});

async function clientOf(form: Record<string, string>): Promise<Client> {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  return createClient({ baseUrl: origin, auth: access_token });
}

const analyst = () =>
  clientOf({
    grant_type: 'client_credentials',
    client_id: 'analyst-demo',
    client_secret: 'analyst-demo-secret',
  });

const trustLeader = () =>
  clientOf({
    grant_type: 'password',
    client_id: 'uplift-test',
    username: 'trust.leader',
    password: 'uplift-demo',
  });

test('an analyst lists the data sets, and a question has the values of the file', async () => {
  const client = await analyst();
  const { data: sets } = await dataSetResourceList({ client });
  expect(sets?.results.map((set) => set.id)).toContain('headline-outcomes');

  const question: DataSetQuery = {
    criteria: {
      and: [
        { column: 'measureCode', eq: 'KS2_RWM_EXP' },
        { column: 'schoolUrn', in: ['900001', '900002'] },
        { column: 'value', gte: '20' },
      ],
    },
    indicators: ['value'],
    sort: ['-value'],
    labels: 'codes',
  };
  const path = { id: 'headline-outcomes' };
  const { data: asked } = await dataSetResourceQuery({ client, path, body: question });
  const { data: file } = await dataSetResourceDownload({
    client,
    path,
    query: { format: 'csv', query: JSON.stringify(question) },
    parseAs: 'text',
  });
  const [names, ...lines] = String(file)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const value = names?.indexOf('value') ?? -1;
  expect(lines.length).toBeGreaterThan(10);
  expect(asked?.results.map((row) => row.value)).toEqual(lines.map((line) => line[value]));
});

test('a school is read, and what is not there is a problem with a type', async () => {
  const client = await trustLeader();
  const { data: school } = await schoolResourceGet({ client, path: { urn: 900001 } });
  expect(school?.name).toBe('Alder Grove Primary School');

  const { error, response } = await schoolResourceGet({ client, path: { urn: 999999 } });
  expect(response?.status).toBe(404);
  expect(error?.type).toBe('urn:uplift:problem:not-found');
});

test('a question that cannot be understood says where', async () => {
  const { error, response } = await dataSetResourceQuery({
    client: await analyst(),
    path: { id: 'headline-outcomes' },
    body: { criteria: { column: 'colour', eq: 'green' } },
  });
  expect(response?.status).toBe(422);
  expect(error?.errors?.[0]?.path).toBe('/criteria/column');
});

test('what was read is changed, and what is stale is not', async () => {
  const client = await trustLeader();
  const path = { urn: 900011 };
  const { data: read, response } = await schoolResourceGet({ client, path });
  const tag = response?.headers.get('etag') ?? '';
  const joinedOn = read?.joinedOn ?? '';
  const change = (ifMatch: string | undefined, day: string) =>
    schoolResourceChange({ client, path, body: { joinedOn: day }, headers: { 'If-Match': ifMatch } });

  const changed = await change(tag, '2019-09-02');
  expect(changed.data?.joinedOn).toBe('2019-09-02');
  expect(changed.data?.status).toBe('in-trust');

  const stale = await change(tag, joinedOn);
  expect(stale.response?.status).toBe(412);
  expect((stale.error as Problem).type).toBe('urn:uplift:problem:stale');
  expect((await change(undefined, joinedOn)).response?.status).toBe(428);

  const back = await change(changed.response?.headers.get('etag') ?? '', joinedOn);
  expect(back.data?.joinedOn).toBe(joinedOn);
});
