import type { AnchorHTMLAttributes } from "react";

import { InternalLink } from "../app/InternalLink";
import { resolutionHref } from "../app/routes";
import { useReading } from "./reading";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { place: string };

/** Leads to another place of the resolution that is open, read as it is read now. */
export function PlaceLink({ place, ...rest }: Props) {
  const { symbol, view } = useReading();
  return <InternalLink href={resolutionHref(symbol, { place, view })} opening="keep" {...rest} />;
}
