// Elements that this script makes.

/** A new element with these properties. */
export const element = (tag, properties) => Object.assign(document.createElement(tag), properties);
