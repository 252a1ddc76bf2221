import { useId } from 'react';

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  /** The label of each value, in display order. */
  options: { [value in Value]: string };
  onChange: (value: Value) => void;
}

/** A labelled choice between a few options. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        // The options below are its only possible values.
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
