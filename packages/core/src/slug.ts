/** Names for what people set up and machines read: `cart_value`. */
export const slugPattern = /^[a-z][a-z0-9_]{0,39}$/;
