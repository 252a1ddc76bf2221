/** A member of the sample shop. `id` is the shop's own customer number. */
export interface ShopMember {
  id: number;
  login: string;
  password: string;
  email: string;
  name: string;
}

/** Two readers and an operator, for trying things out. The passwords guard nothing. */
export const demoMembers: ShopMember[] = [
  {
    id: 10001,
    login: 'hanako',
    password: 'yukiguni-1937',
    email: 'hanako@reader.example',
    name: '山野花子',
  },
  {
    id: 10002,
    login: 'taro',
    password: 'sanshiro-1908',
    email: 'taro@reader.example',
    name: '川辺太郎',
  },
];

/** Who may see the operator's pages. */
export const demoOperator: ShopMember = {
  id: 10003,
  login: 'tencho',
  password: 'maihime-1890',
  email: 'tencho@shop.example',
  name: '店長',
};
