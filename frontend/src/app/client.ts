import { client } from '../api/client.gen';
import { token } from './session';

/** Every call goes to this origin, with the token of the session. */
export function connect(): void {
  client.setConfig({ baseUrl: location.origin });
  client.interceptors.request.use(async (request) => {
    const access = await token();
    if (access) {
      request.headers.set('Authorization', `Bearer ${access}`);
    }
    return request;
  });
}
