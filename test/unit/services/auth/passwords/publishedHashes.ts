import type { StoredPassword } from './storedPasswords.ts';

const of = (password: string, ...hashes: string[]): StoredPassword[] =>
  hashes.map((stored) => ({ name: stored, stored, right: [password], wrong: [`${password} `] }));

/** From Spring Security's reference ("Password Storage") and the tests of its PasswordEncoderFactories. */
export const referenceHashes = of(
  'password',
  '{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG',
  '{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc',
  '{scrypt}$e0801$8bWJaSu2IKSn9Z9kM+TPXfOc/9bdYSrN1oD9qfVThWEwdRTnO7re7Ei+fUZRJ68k9lTyuTeUp4of4g24hHnazw==$OAOec05+bXxvuu/1qZ6NUR+xQYvYv7BeL1QxwRpY5Pc=',
  '{sha256}97cde38028ad898ebc02e690819fa220e88c62e0699403e94fff291cfffaf8410849f27605abcbc0',
  '{argon2}$argon2d$v=19$m=1024,t=1,p=1$c29tZXNhbHQ$Li5eBf5XrCz0cuzQRe9oflYqmA/VAzmzichw4ZYrvEU',
  '{MD5}{aRYR+Yp2xSqtgF+vtjH6jNda6M083iEbP+zCFjLt9IA=}905e382a25eed53e22224223b3581092',
  '{SHA-1}{6581QepZz2qd8jVrT2QYPVtK8DuM2n45dVslmc3UTWc=}4f31573948ddbfb8ac9dd80107dfad13fd8f2454',
  '{SHA-256}{UisHp3pFSMqcqrhQsrhR+hspIG0SyMDyDW/XtY+t6nA=}a98efbaf59277bfd1837c33fd4fde67de5bcfd2205bcba0992f6fc32b03a8f88',
  '{noop}password',
);

/** From Spring Security's tests of each encoder, and of Argon2's reference implementation. */
export const testedHashes: StoredPassword[] = [
  ...of(
    'sometestpassword',
    '{argon2}$argon2id$v=19$m=4096,t=3,p=1$QUFBQUFBQUFBQUFBQUFBQQ$hmmTNyJlwbb6HAvFoHFWF+u03fdb0F2qA+39oPlcAqo',
    '{argon2}$argon2id$v=19$m=512,t=5,p=4$QUFBQUFBQUFBQUFBQUFBQQ$PNv4C3K50bz3rmON+LtFpdisD7ePieLNq+l5iUHgc1k',
  ),
  ...of(
    'password',
    '{argon2}$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA',
    '{argon2}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '{MD5}5f4dcc3b5aa765d61d8327deb882cf99',
    '{MD5}{}f1026a66095fc2058c1f8771ed05d6da',
    '{MD5}{salt}ce421738b1c5540836bdc8ff707f1572',
  ),
  ...of('你好', '{MD5}7eca689f0d3389d9dea66ae112e5cfd7'),
  ...of('abc123', '{SHA-1}{THIS_IS_A_SALT}b2f50ffcbd3407fe9415c062d55f54731f340d32'),
  ...of(
    '',
    '$2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.',
    '$2b$06$8eVN9RiU8Yki430X.wBvN.LWaqh2962emLVSVXVZIXJvDYLsV0oFu',
    '$2y$06$mFDtkz6UN7B3GZ2qi2hhaO3OFWzNEdcY84ELw6iHCPruuQfSAXBLK',
  ),
  ...of(
    'a',
    '$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe',
    '$2a$12$8NJH3LsPrANStV6XtBakCez0cKHXVxmvxIlcz785vxAIZrihHZpeS',
    '$2b$06$ehKGYiS4wt2HAr7KQXS5z.OaRjB4jHO7rBHJKlGXbqEH3QVJfO7iO',
    '$2y$06$LUdD6/aD0e/UbnxVAVbvGuUmIoJ3l/OK94ThhadpMWwKC34LrGEey',
  ),
  ...of(
    'abcdefghijklmnopqrstuvwxyz',
    '$2a$08$aTsUwsyowQuzRrDqFflhgekJ8d9/7Z3GV3UcgvzQW3J5zMyrTvlz.',
    '$2b$06$O8E89AQPj1zJQA05YvIAU.hMpj25BXri1bupl/Q7CJMlpLwZDNBoO',
    '$2y$06$34MG90ZLah8/ZNr3ltlHCuz6bachF8/3S5jTuzF1h2qg2cUk11sFW',
  ),
  ...of(
    '~!@#$%^&*()      ~!@#$%^&*()PNBFRD',
    '$2a$08$Eq2r4G/76Wv39MzSX262huzPz612MZiYHVUJe/OcOql2jo4.9UxTW',
    '$2b$06$FGWA8OlY6RtQhXBXuCJ8WusVipRI15cWOgJK8MYpBHEkktMfbHRIG',
    '$2y$06$sYDFHqOcXTjBgOsqC0WCKeMd3T1UhHuWQSxncLGtXDLMrcE6vFDti',
  ),
];

/**
 * Of "password", by encoders with the secret "secret": the first from the test of Spring's
 * Pbkdf2PasswordEncoder, the others computed by OpenJDK 17 in the same way as Spring.
 */
export const withSecret = [
  '{pbkdf2}ab1146a8458d4ce4e65789e5a3f60e423373cfa10b01abd23739e5ae2fdc37f8e9ede4ae6da65264',
  '{pbkdf2}c0d95edbed618b0fa4fac55bb05d18e031bd539de7ba980102b613ab611ab21cd05cbb0a1c4f33b9',
  '{pbkdf2@SpringSecurity_v5_8}b7a0a1f5cb4f4f69b81e375a2669f245e4e0362b7ff21fde09c60c9e3bf21cd308a73ac7decb1b4ad8b693f9bdca3c93',
  '{sha256}f5cb8935088411958d5be3ad6f197560c114430ab53a14d8c2d3380884ab8046592951c1f6b9bf09',
];
