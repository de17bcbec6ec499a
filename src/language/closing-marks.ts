/** The stops and closing marks that no line may begin with, for the brackets of a regular expression. */
export const CLOSING_MARKS = '、，。；：！？”’）》〕';
