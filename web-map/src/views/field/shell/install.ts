import { signal } from '@preact/signals';

interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Set where the browser offers to put the page on the phone's home screen. */
export const install = signal<(() => Promise<void>) | null>(null);

window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  install.value = async () => {
    await (event as InstallEvent).prompt();
    install.value = null;
  };
});
