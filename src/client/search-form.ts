/** The words of the form that asks for letters: the label of its field, and its button. */
export const SEARCH_LABEL = '编号、姓名、单位或词语';
export const SEARCH_BUTTON = '查找';

/** The most characters of a query. */
export const LONGEST_QUERY = 100;
