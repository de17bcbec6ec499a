import { copyRecipients } from '../../letter/copies.ts';
import { isOrganisation } from '../../letter/labels.ts';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤应岑劳冼华俞柴翁阮柯裘竺励楼章项施虞舒童洪费葛戚傅卞康伍祝岳';

/** The persons among those to whom copies go; an entry that could be either is none. */
export const personsIn = (printed: string): string[] =>
  copyRecipients(printed).filter(
    (name) =>
      /^\p{Script=Han}{2,3}$/u.test(name) && SURNAMES.includes(name[0]!) && !isOrganisation(name),
  );
