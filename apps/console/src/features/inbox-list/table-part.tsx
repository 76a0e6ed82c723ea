import type { ComponentProps } from "react";

type Props = ComponentProps<"div"> & { as: "table" | "rowgroup" | "row" | "columnheader" | "cell" };

/** A part of a table that is only partly in the page: a `table` element leaves no room for rows that are not there. */
export const TablePart = ({ as, ...rest }: Props) => <div role={as} {...rest} />;
