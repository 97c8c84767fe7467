const isDay = (column: string): string =>
  `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const period = `first_day TEXT NOT NULL ${isDay('first_day')},
    last_day TEXT NOT NULL ${isDay('last_day')} CHECK (last_day >= first_day)`;

/** Promotions, holidays and events that people add, closures of suppliers, weather by city. */
export const calendarStatements: readonly string[] = [
  // A discount is what is taken off the price, in basis points: 2000 is 八折.
  `CREATE TABLE promotion (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    ${period},
    discount INTEGER CHECK (discount BETWEEN 1 AND 9999),
    scope TEXT NOT NULL CHECK (scope IN ('all', 'category', 'products')),
    category TEXT NOT NULL DEFAULT '' CHECK ((scope = 'category') = (category <> '')),
    note TEXT NOT NULL DEFAULT '',
    cancelled_at TEXT,
    import_id TEXT REFERENCES import (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX promotion_days ON promotion (first_day, last_day)`,
  `CREATE INDEX promotion_import ON promotion (import_id) WHERE import_id IS NOT NULL`,
  // Without a discount of its own a product has the promotion's.
  `CREATE TABLE promotion_product (
    promotion_id TEXT NOT NULL REFERENCES promotion (id) ON DELETE CASCADE,
    product_id TEXT NOT NULL REFERENCES product (id),
    discount INTEGER CHECK (discount BETWEEN 1 AND 9999),
    PRIMARY KEY (promotion_id, product_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX promotion_product_product ON promotion_product (product_id)`,
  // What a person says of a day holds over the published notice.
  `CREATE TABLE calendar_day (
    day TEXT PRIMARY KEY ${isDay('day')},
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    import_id TEXT REFERENCES import (id),
    version INTEGER NOT NULL DEFAULT 1,
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX calendar_day_import ON calendar_day (import_id) WHERE import_id IS NOT NULL`,
  `CREATE TABLE calendar_event (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'event', 'period')),
    ${period},
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX calendar_event_days ON calendar_event (first_day)`,
  `CREATE TABLE supplier_closure (
    id TEXT PRIMARY KEY,
    partner_id TEXT NOT NULL REFERENCES partner (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    ${period},
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX supplier_closure_partner ON supplier_closure (partner_id, first_day)`,
  // °C. Known on a day before its own it is a forecast, else it was observed.
  `CREATE TABLE weather (
    city TEXT NOT NULL CHECK (length(city) BETWEEN 1 AND 60),
    day TEXT NOT NULL ${isDay('day')},
    high REAL CHECK (high BETWEEN -60 AND 60),
    low REAL CHECK (low BETWEEN -60 AND 60),
    condition TEXT NOT NULL DEFAULT '',
    wind TEXT NOT NULL DEFAULT '',
    warning TEXT NOT NULL DEFAULT '',
    known_on TEXT NOT NULL ${isDay('known_on')},
    import_id TEXT REFERENCES import (id),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (city, day)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX weather_import ON weather (import_id) WHERE import_id IS NOT NULL`,
];
