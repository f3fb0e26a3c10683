import './ui/theme.css';
import { signedIn } from './app/session';
import { show, theme } from './app/theme';

/** The small first step: make sure that somebody is signed in, then load the app. */
async function boot(): Promise<void> {
  if (await signedIn()) {
    const { start } = await import('./app/main');
    start();
  }
}

show(theme());
boot().catch((cause: unknown) => {
  const place = document.getElementById('root');
  if (place) {
    place.innerHTML = '';
    const message = document.createElement('div');
    message.className = 'starting';
    message.setAttribute('role', 'alert');
    message.textContent =
      'Signing in does not work at the moment. Check the connection; if it goes on, tell whoever runs Uplift in your trust. ';
    console.error(cause);
    const again = document.createElement('a');
    again.href = '/';
    again.textContent = 'Try again';
    message.append(again);
    place.append(message);
  }
});
