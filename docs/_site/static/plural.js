// Sphinx asks its Swedish for the form number true or false, and finds none; so the search would end in an error.
Documentation.PLURAL_EXPR = (number) => Number(number !== 1);
