import { describe, expect, test } from 'vitest';
import { isNamed } from '../../../src/topics/names/is-named.ts';
import { namePartsOf } from '../../../src/topics/names/name-parts.ts';

const isBy = (printed: string, typed: string): boolean => isNamed(namePartsOf(printed), namePartsOf(typed));

/** Each row has a printed name and names under which it is found. */
const found: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'a name as it stands, without case, accents and order': [
    ['Yann LeCun', 'Yann LeCun', 'yann lecun', 'YANN LECUN', 'LeCun Yann', 'LeCun, Yann', 'lecun', 'Yann'],
    ['LeCun, Yann', 'Yann LeCun', 'LeCun'],
    ['José Núñez', 'Jose Nunez', 'Nuñez', 'NÚÑEZ, José'],
    ['Nagy Péter', 'Péter Nagy', 'Nagy Peter', 'Nagy, Péter'],
    ['Conan O’Brien', "O'Brien", 'OBrien', "Conan O'Brien"],
    ['Weinan E', 'Weinan E'],
    ['王伟', '王伟'],
    ['王 小明', '王 小明', '小明 王'],
    ['Иван Петров', 'Петров Иван', 'И. Петров'],
    ['ATLAS Collaboration', 'ATLAS Collaboration', 'atlas collaboration', 'ATLAS'],
    ['The CMS Collaboration', 'CMS Collaboration', 'cms collaboration'],
    ['Madonna', 'Madonna'],
  ],
  initials: [
    ['Yann LeCun', 'Y. LeCun', 'LeCun Y', 'LeCun, Y.'],
    ['Y. LeCun', 'Yann LeCun', 'LeCun, Yann'],
    ['S. Ramaswamy', 'Sridhar Ramaswamy', 'Ramaswamy S', 'Ramaswamy'],
    ['Ramaswamy S', 'S. Ramaswamy', 'Sridhar Ramaswamy'],
    ['Özgür Şimşek', 'Ö. Şimşek', 'O. Simsek', 'Simsek O'],
  ],
  'initials that run together': [
    ['John A. Smith', 'Smith JA', 'JA Smith', 'J.A. Smith', 'J. A. Smith', 'Smith, J.A.', 'Smith, JA', 'Smith J'],
    ['Jean-Pierre Smith', 'Smith J.-P.', 'J.-P. Smith', 'Smith JP', 'J. P. Smith', 'J. -P. Smith', 'J. Smith'],
    ['Smith JA', 'John A. Smith', 'John Smith', 'J. Smith', 'Jane Ada Smith'],
    ['AJ Fjord', 'AJ Fjord', 'aj fjord', 'Anna J. Fjord', 'A. J. Fjord'],
    ['John Ronald Reuel Tolkien', 'Tolkien JRR', 'J.R.R. Tolkien', 'J. Tolkien'],
    ['Yi-Lin Zhang', 'Zhang YL'],
  ],
  'a middle name that one side lacks': [
    ['Michael Jordan', 'Michael I. Jordan', 'M. I. Jordan', 'Jordan MI'],
    ['Michael I. Jordan', 'Michael Jordan', 'M. Jordan', 'Jordan M', 'Jordan, Michael', 'Michael Irwin Jordan'],
    ['M. I. Jordan', 'Michael Jordan', 'Michael I. Jordan'],
    ['J. Andrew Rivers', 'Andrew Rivers', 'John Rivers', 'J. A. Rivers'],
    ['Andrew Rivers', 'J. Andrew Rivers'],
    ['Yang Janet Liu', 'Yang Liu', 'Janet Liu', 'Y. J. Liu'],
    ['Md Jahidul Islam', 'Jahidul Islam'],
  ],
  particles: [
    ['Laurens van der Maaten', 'van der Maaten', 'L. van der Maaten', 'van der Maaten, Laurens', 'Maaten'],
    ['Laurens van der Maaten', 'van der Maaten L', 'van der Maaten Laurens', 'Laurens Maaten'],
    ['Nando de Freitas', 'de Freitas', 'N. de Freitas', 'de Freitas, N.'],
    ['Ulrike von Luxburg', 'von Luxburg', 'Luxburg, Ulrike von'],
    ['Omar Al-Khatib', 'Omar Al Khatib', 'Omar Alkhatib', 'Al-Khatib, Omar', 'Omar Khatib', 'O. Al-Khatib'],
    ['Ahmed El Sayed', 'Ahmed El-Sayed', 'Ahmed Elsayed', 'Ahmed Sayed'],
    ['Al Fjord', 'Al Fjord'],
    ['Angus MacDonald', 'MacDonald, Angus'],
  ],
  suffixes: [
    ['John Smith, Jr.', 'John Smith', 'John Smith Jr.', 'Smith, John, Jr.', 'Smith Jr., John', 'Smith J Jr'],
    ['John Smith', 'John Smith III'],
    ['John Smith III', 'John Smith', 'J. Smith'],
  ],
  'given names with hyphens': [
    ['Jing-Yu Liu', 'Jing-Yu Liu', 'Jingyu Liu', 'Jing Yu Liu', 'Liu Jing-Yu', 'Liu, Jingyu', 'Liu Jingyu', 'J. Liu'],
    ['Liu Jing-Yu', 'Jing-Yu Liu', 'Jingyu Liu', 'Jing Yu Liu', 'Liu Jing Yu', 'J.-Y. Liu', 'Liu JY'],
    ['Jing Yu Liu', 'Jing-Yu Liu', 'Jingyu Liu', 'J. Y. Liu'],
    ['Jingyu Liu', 'Jing-Yu Liu', 'Jing Yu Liu', 'J.-Y. Liu', 'J. Y. Liu', 'Liu, J.-Y.'],
    ['J.-Y. Liu', 'Jing-Yu Liu', 'Jingyu Liu', 'J. Liu'],
    ['Kim Min-jun', 'Minjun Kim', 'Min Jun Kim', 'Min-Jun Kim', 'Kim, Minjun', 'M.-J. Kim'],
    ['Jean-Pierre Rive', 'Jean Pierre Rive', 'Jean-Pierre', 'Rive, Jean-Pierre', 'J.-P. Rive'],
    ['Mary Ann Rive', 'Maryann Rive'],
    ['Young-Jun_Lee', 'Youngjun Lee'],
    ['Chih-Yao Chen', 'Chen Chih-Yao', 'Chen, Chih Yao'],
    ['Hoang-Thien Nguyen', 'Hoang Thien Nguyen', 'H. Nguyen'],
  ],
  'Chinese, Korean and Vietnamese names in either order': [
    ['Zhang Jing', 'Jing Zhang', 'Zhang, Jing', 'Zhang J'],
    ['Jing Zhang', 'Zhang Jing', 'J. Zhang'],
    ['Liu, Yu', 'Yu Liu'],
    ['Yu Liu', 'Yu Liu', 'Liu, Yu', 'Liu Y', 'YU LIU', 'YU Liu', 'Yu', 'Liu'],
    ['Nguyễn Văn A', 'Van A Nguyen', 'Nguyen, Van A', 'Nguyen Van A'],
    ['Nguyễn Thị Minh Khai', 'Minh Khai Nguyen', 'Khai Nguyen', 'Nguyen Minh Khai'],
    ['Đặng Thu Hà', 'Thu Ha Dang', 'Dang Thu Ha'],
  ],
  'two family names': [
    ['Gabriel García Márquez', 'García', 'Márquez', 'García Márquez', 'Gabriel García', 'Garcia Marquez, Gabriel'],
    ['Gabriel García Márquez', 'G. García', 'García G', 'G. García Márquez', 'Garcia Marquez G', 'Gabriel Márquez'],
    [
      'José García-López',
      'García',
      'López',
      'García-López',
      'Jose Garcia Lopez',
      'José García',
      'J. López',
      'Garcialopez',
    ],
    ['José García López', 'José García-López'],
    ['Shai Ben-David', 'Ben-David', 'Shai Ben David', 'Bendavid', 'S. Ben-David', 'David'],
    ['Laura Smith-Jones', 'Laura Smith', 'Laura Jones', 'Smith-Jones, L.', 'Smith-Jones Laura'],
    ['Thanh Nguyen-Tang', 'Nguyen', 'Thanh Tang', 'Nguyen-Tang'],
    ['Lorena García-Rico Rivera', 'García', 'Lorena García-Rico', 'Lorena Rivera'],
    ['João da Silva Santos', 'João Santos', 'da Silva Santos, João', 'Joao Silva'],
  ],
  'letters with two spellings': [
    ['Thomas Müller', 'Mueller', 'Muller', 'Müller', 'T. Mueller'],
    ['Thomas Mueller', 'Müller', 'Mueller', 'Muller'],
    ['Thomas Muller', 'Müller', 'Mueller'],
    ['Bernhard Schölkopf', 'Schoelkopf', 'Scholkopf', 'B. Schoelkopf'],
    ['Bernhard Schoelkopf', 'Schölkopf', 'Scholkopf'],
    ['Søren Sørensen', 'Soeren Soerensen', 'Soren Sorensen', 'Sørensen'],
    ['Soerensen', 'Sørensen', 'Sorensen'],
    ['Lars Ågård', 'Aagaard', 'Agard', 'Lars Aagaard'],
    ['Lars Aagaard', 'Ågård'],
    ['Bjørn Nørgård', 'Noergaard', 'Norgard', 'Nørgård', 'Nørgaard', 'Bjoern Norgaard'],
    ['Jens Sæther', 'Saether', 'Sather'],
    ['Anna Weiß', 'Weiss'],
    ['Jürgen Groß', 'Juergen Gross', 'Jurgen Gross', 'J. Groß'],
    ['Łukasz Żak', 'Lukasz Zak'],
    ['Özlem Öztürk', 'Ozlem Ozturk', 'Oezlem Oeztuerk'],
    ['Þór Guðmundsson', 'Thor Gudmundsson'],
    ['Đorđe Đorđević', 'Djordje Djordjevic', 'Dorde Dordevic'],
    ['Işıl Çağlar', 'Isil Caglar'],
    ['Zoë Noël', 'Zoe Noel'],
  ],
};

/** Each row has a printed name and names of other people. */
const notFound: typeof found = {
  'others of the same family': [
    ['Ana LeCunha', 'LeCun'],
    ['Yann LeCun', 'Z. LeCun', 'A. LeCun'],
    ['Y. Bengio', 'Yann', 'Y. LeCun'],
    ['W. Wei', 'Wei Wang'],
    ['Yann L.', 'Yann LeCun'],
    ['L. Yann', 'Yann LeCun'],
    ['LeCun', 'Yann LeCun'],
    ['Jane B. Smith', 'Smith JA', 'John Smith'],
    ['Bin Li', 'Bo Li', 'Bi Li'],
  ],
  'another middle name': [
    ['Michael B. Jordan', 'Michael I. Jordan', 'Michael Irwin Jordan', 'M. I. Jordan'],
    ['Frederick W. B. Li', 'Wei Li', 'W. Li'],
    ['Stephen Y. Liu', 'Yu Liu'],
    ['Yann A. LeCun', 'A. LeCun'],
    ['Wei Wang', 'Wei Wei Wang'],
  ],
  'a part of a given name': [
    ['Ming-Yu Liu', 'Yu Liu', 'Ming Liu'],
    ['Yu-Shen Liu', 'Yu Liu', 'Shen Liu'],
    ['Liu Jing-Yu', 'Yu Liu', 'Liu Yu', 'Jing Liu'],
    ['Tian Yu Liu', 'Yu Liu', 'Tian Liu'],
    ['Yu Yang Fredrik Liu', 'Yu Liu', 'Yang Liu'],
    ['Y.-S. Liu', 'Yu Liu'],
    ['Li-Wei Chen', 'Wei Li', 'Li Wei', 'Wei Chen'],
    ['Wen-Li Wei', 'Wei Li', 'Li Wei'],
    ['Li Wei Wang', 'Wei Li', 'Li Wei'],
    ['Jia-Bin Huang', 'Bin Huang'],
    ['Jean-Pierre Rive', 'Pierre Rive', 'Jean Rive'],
    ['Min-jun Kim', 'Jun Kim', 'Kim Jun'],
    ['X.-L. Wang', 'Xiaoming Wang'],
    ['J. X. Liu', 'Jing-Yu Liu'],
  ],
  'two names that are both family names, in another order': [
    ['Liu Yang', 'Yang Liu'],
    ['Chen Wei', 'Wei Chen'],
    ['Li Wei', 'Wei Li'],
  ],
  'names that look like spellings': [
    ['Xue Zhang', 'Xu Zhang'],
    ['Yue Liu', 'Yu Liu'],
    ['Xueming Chen', 'Xuming Chen'],
    ['Michael Rive', 'Michal Rive'],
    ['Rafael Rive', 'Rafal Rive'],
    ['Aaron Rive', 'Aron Rive'],
    ['Joe Rive', 'Jo Rive'],
    ['Hans Bauer', 'Hans Baur'],
    ['Jaeyoung Kim', 'Jayoung Kim'],
    ['Jan de Haan', 'Han'],
    ['Samuel Rive', 'Samul Rive'],
    ['Thomas Müller', 'Miller', 'Moller'],
  ],
};

const rows = (table: typeof found) =>
  Object.entries(table).flatMap(([kind, names]) =>
    names.flatMap(([printed, ...typed]) => typed.map((each) => [kind, printed, each] as const)),
  );

describe('an author is found', () => {
  test.each(rows(found))('by %s: %s by %s', (_, printed, typed) => {
    expect(isBy(printed, typed)).toBe(true);
  });
});

describe('an author is not found', () => {
  test.each(rows(notFound))('by %s: %s by %s', (_, printed, typed) => {
    expect(isBy(printed, typed)).toBe(false);
  });
});

test('every name is its own', () => {
  const names = [...Object.values(found), ...Object.values(notFound)].flat(2);
  for (const name of names) expect([name, isBy(name, name)]).toEqual([name, true]);
});
