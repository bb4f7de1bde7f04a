/** The gender that verbs and titles agree with, where an actor's name tells it. */
import type { Cluster } from './clusters';
import {
  bareKey,
  CAPITALS,
  COUNTRY_NAMES,
  FEMININE_ORG_HEADS,
  MASCULINE_COUNTRIES,
  MEN_FIRST,
  ORG_HEADS,
  withoutArticle,
  WOMEN_FIRST,
} from './tables';

type Gender = 'm' | 'f' | null;

/** A person's by the first name of a full name. */
function personGender(cluster: Cluster): Gender {
  for (const { units } of cluster.forms) {
    const first = units[0]!;
    if (units.length < 2) continue;
    if (WOMEN_FIRST.has(first)) return 'f';
    if (MEN_FIRST.has(first)) return 'm';
  }
  return null;
}

/** A person's by the first word of a full name as written, in look-up form; null for surnames and names of both. */
export function firstNameGender(key: string): Gender {
  const unit = bareKey(withoutArticle(key));
  if (WOMEN_FIRST.has(unit)) return 'f';
  return MEN_FIRST.has(unit) ? 'm' : null;
}

/** An organisation's by its head noun: «الحزب أعلن», «الوزارة أعلنت», «القوات أعلنت». */
function bodyGender(cluster: Cluster): Gender {
  for (const { units, shown } of cluster.forms) {
    const first = units[0]!;
    if (units.length < 2) continue;
    if (FEMININE_ORG_HEADS.has(first) || shown.split(/\s/)[0]!.endsWith('ة')) return 'f';
    if (ORG_HEADS.has(first)) return 'm';
  }
  return null;
}

/** A country's; capitals are feminine. Other places are not told. */
function placeGender(cluster: Cluster): Gender {
  for (const form of cluster.forms) {
    const key = form.units.join(' ');
    const country = COUNTRY_NAMES.get(key);
    if (country !== undefined) return MASCULINE_COUNTRIES.has(country) ? 'm' : 'f';
    if (CAPITALS.has(key)) return 'f';
  }
  return null;
}

/** The gender an actor's name tells, or null. */
export function grammaticalGender(cluster: Cluster): Gender {
  if (cluster.type === 'PER') return personGender(cluster);
  return cluster.type === 'ORG' ? bodyGender(cluster) : placeGender(cluster);
}
