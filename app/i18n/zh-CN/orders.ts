/** Texts of the screens of orders. */
export const orders = {
  placeholder: '',
};
