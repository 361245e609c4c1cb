import { useEffect } from 'preact/hooks';

/** What opens takes the focus; when it closes, the focus goes back to where it was. */
export function useFocusBack(take?: () => void): void {
  useEffect(() => {
    const before = document.activeElement;
    take?.();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
}
