import "county-chains";
import type { CountyChainsElement, CountyChainsEventMap, Tier } from "county-chains";
import type {} from "county-chains/react";
import { useRef, useState } from "react";

const TIERS: readonly Tier[] = [1, 2, 3, 4];

/** Tiers are chosen by React's buttons or inside the chart; each follows the other. */
export function App() {
  const [tiers, setTiers] = useState<readonly Tier[]>([1, 2]);
  const chart = useRef<CountyChainsElement>(null);

  const follow = ({ detail }: CountyChainsEventMap["county-chains-change"]) => setTiers(detail.state.tiers);
  const toggle = (tier: Tier) => setTiers(TIERS.filter((other) => (other === tier) !== tiers.includes(other)));

  const cite = async () => console.info((await chart.current?.ready)?.cite("en"));

  return (
    <main>
      <h1>county-chains with React</h1>
      <p>
        {TIERS.map((tier) => (
          <button key={tier} type="button" aria-pressed={tiers.includes(tier)} onClick={() => toggle(tier)}>
            Tier {tier}
          </button>
        ))}
        <button type="button" onClick={cite}>Cite</button>
      </p>
      <county-chains ref={chart} chart="shares" lang="en" tiers={tiers.join(" ") || "none"} oncounty-chains-change={follow} />
    </main>
  );
}
