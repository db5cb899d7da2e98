// The size of the letters of each text.
return readable().map(element => [called(element), parseFloat(getComputedStyle(element).fontSize)]);
