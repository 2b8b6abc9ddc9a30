/**
 * The distances all engines are asked for, world px: those of our layout (`crates/draw/src/diagram/layout/`), so that length and
 * area compare the drawings and not the defaults.
 */
export const SPACING = {
  /** Between boxes side by side. */
  nodes: 32,
  /** Between boxes of neighbouring ranks. */
  ranks: 72,
  /** Between a line and a box beside it. */
  edgeNode: 20,
  /** Between two lines side by side. */
  edges: 14,
  /** Between two lines that step aside between ranks. */
  tracks: 12,
  /** Between a group's border and what is inside. */
  pad: 20,
  /** Beneath a group's name. */
  underName: 12,
};

/** The room inside a group at its top edge. */
export const headRoom = (group) => group.name[1] + SPACING.underName;
