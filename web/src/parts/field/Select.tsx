import { useId } from 'react';

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  /** The words for each value, in the order in which they are offered. */
  options: { [value in Value]: string };
  onChange: (value: Value) => void;
}

/** A choice between a few options, with its label. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        // The options below are the only values that it can have.
        onChange={({ target }) => props.onChange(target.value as Value)}
      >
        {Object.entries<string>(props.options).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}
