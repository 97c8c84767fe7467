import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#main/server/router.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

type PathsOf<Table> = {
  [Capability in keyof Table & string]: {
    [Name in keyof Table[Capability] & string]: `${Capability}.${Name}`;
  }[keyof Table[Capability] & string];
}[keyof Table & string];

type At<Table, Path extends string> = Path extends `${infer Capability}.${infer Name}`
  ? Capability extends keyof Table
    ? Name extends keyof Table[Capability]
      ? Table[Capability][Name]
      : never
    : never
  : never;

/** `capability.procedure`, as main's router has them: `stock.list`. */
export type ApiPath = PathsOf<Outputs>;

export type InputOf<Path extends ApiPath> = At<Inputs, Path>;
export type OutputOf<Path extends ApiPath> = At<Outputs, Path>;

interface AnyPage {
  readonly rows: readonly unknown[];
  readonly total: number;
}

/** Paths that answer with a page of a list. */
export type ListPath = { [Path in ApiPath]: OutputOf<Path> extends AnyPage ? Path : never }[ApiPath];

export type RowOf<Path extends ListPath> =
  OutputOf<Path> extends { readonly rows: readonly (infer Row)[] } ? Row : never;
