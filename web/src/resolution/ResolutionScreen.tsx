import type { ComponentProps } from "react";

import "../styles/around.css";
import "../styles/reader.css";
import "../styles/reading.css";
import { Reader } from "./Reader";

type Props = ComponentProps<typeof Reader> & {
  /** Whether it is the main screen; else it stands beside the conversation. */
  alone: boolean;
};

/** A resolution, below the head that the frame draws. */
export default function ResolutionScreen({ alone, ...reading }: Props) {
  return (
    <div className={alone ? "reading is-alone" : "reading"}>
      <Reader {...reading} />
    </div>
  );
}
