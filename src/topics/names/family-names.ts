/** The most frequent Chinese and Korean family names, as they are romanised in different places. */
const chineseAndKorean = `
  ahn bae baek bai bao bi bian cai cao cha chai chan chang chao chen cheng cheung chiang chien chiu cho choi chou chow
  chu chua chuang chun chung cui dai deng ding dong dou du duan fan fang fei feng fong fu fung gan gao ge geng goh gong
  gu guan guo hahm han hao he heo ho hong hou hsiao hsieh hsu hu hua huang hui hung huo hur hwang jang jeon jeong ji jia
  jiang jiao jin jo joo jung kang kao kim ko koh kong koo kuang kuo kwak kwok kwon lai lam lan lau law lee lei leng
  leung li lian liang liao liew lim lin ling liu lo loh long lou low lu lui luo lv lyu ma mao mei meng miao min mo mok
  moon mu nam nie ning niu noh oh ong ou ouyang pak pan pang park pei peng poon pu qi qian qiao qin qiu qu ren rhee roh
  ruan ryu seo shan shang shao shen sheng shi shim shin shu shum siu son song su suh sun szeto tan tang tao tay teng teo
  tian tong tsai tsang tse tseng tu wan wang wei wen weng won wong woo wu xia xiang xiao xie xing xiong xu xue yan yang
  yao ye yeh yeo yeung yi yim yin yip yoo yoon you yu yuan yue yuen yun zeng zhai zhan zhang zhao zheng zhong zhou zhu
  zhuang zou zuo
`;

/** Vietnamese family names that Chinese and Korean people do not have. */
const vietnamese = `
  bui dam dang dao dinh do doan duong hoang huynh huyn le luong luu ly ngo nguyen pham phan phung quach ta thai ton tran
  trinh truong vo vu vuong
`;

const wordsOf = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

const twoSyllableGivenNames: ReadonlySet<string> = new Set(wordsOf(chineseAndKorean));
const eastAsian: ReadonlySet<string> = new Set([...twoSyllableGivenNames, ...wordsOf(vietnamese)]);

/** Whether a folded word is a frequent Chinese, Korean or Vietnamese family name. */
export const isEastAsianFamily = (word: string): boolean => eastAsian.has(word);

/**
 * Whether people of this family write a given name of two syllables in one word, with a hyphen, or in two words: Jingyu,
 * Jing-Yu, Jing Yu. Vietnamese words are names of their own.
 */
export const hasTwoSyllableGivenNames = (family: string): boolean => twoSyllableGivenNames.has(family);
