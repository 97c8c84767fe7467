import { createContext, useContext } from 'react';

/** The place in the frame's bar where a screen puts its title and its buttons; null outside of the frame. */
const PageSlotContext = createContext<HTMLElement | null>(null);

export const PageSlotProvider = PageSlotContext.Provider;

export function usePageSlot(): HTMLElement | null {
  return useContext(PageSlotContext);
}
