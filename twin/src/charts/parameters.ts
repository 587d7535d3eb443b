/** Units that a parameter may have; a scenario may write a value in any unit of the same kind. */
export type ParameterUnit =
  | 'us'
  | 'ms'
  | 's'
  | 'min'
  | 'h'
  | 'd'
  | 'mm'
  | 'km'
  | 'km/h'
  | 'mA'
  | 'mV'
  | 'share'
  | 'count'
  | 'turn'
  | 'rpm'
  | 'degC'
  | 'CAD'
  | 'yes/no'
  | 'sigma';

/** One figure of the model: its default, its unit, the range that makes sense, and where it comes from. */
export interface Parameter {
  readonly value: number;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  /** What it is, in a few words that a reader of a report understands. */
  readonly says: string;
  /** Where the default was found; `assumption` alone, or with a reason, where it was not found anywhere. */
  readonly source: string;
}

export type ParameterBlock = Readonly<Record<string, Parameter>>;

/** Values by block and name, in the parameter's own unit. */
export type ParameterOverrides = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type ParameterValues<B extends ParameterBlock> = { readonly [name in keyof B]: number };

export function isAssumption(parameter: Parameter): boolean {
  return parameter.source.startsWith('assumption');
}

/** The defaults of a block with each layer of overrides laid over them, the last winning; a bad name or value is refused. */
export function parameterValues<B extends ParameterBlock>(
  blockName: string,
  block: B,
  ...layers: readonly ParameterOverrides[]
): ParameterValues<B> {
  const values: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(block)) values[name] = parameter.value;
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer[blockName] ?? {})) {
      const parameter = block[name];
      if (!parameter) throw new RangeError(`${blockName} has no parameter ${name}`);
      if (!(value >= parameter.min && value <= parameter.max)) {
        throw new RangeError(
          `${blockName}.${name} is ${value} ${parameter.unit}; it must lie between ${parameter.min} and ${parameter.max}`,
        );
      }
      values[name] = value;
    }
  }
  return values as ParameterValues<B>;
}
