import './ui/theme.css';
import { signedIn } from './app/session';

/** The small first step: make sure that somebody is signed in, then load the app. */
async function boot(): Promise<void> {
  if (await signedIn()) {
    const { start } = await import('./app/main');
    start();
  }
}

boot().catch((cause: unknown) => {
  const place = document.getElementById('root');
  if (place) {
    place.innerHTML = '';
    const message = document.createElement('div');
    message.className = 'starting';
    message.setAttribute('role', 'alert');
    message.textContent = `Signing in does not work at the moment (${cause instanceof Error ? cause.message : 'no answer'}). `;
    const again = document.createElement('a');
    again.href = '/';
    again.textContent = 'Try again';
    message.append(again);
    place.append(message);
  }
});
