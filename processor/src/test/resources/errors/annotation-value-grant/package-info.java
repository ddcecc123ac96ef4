@Grant(value = "SELECT", to = "reader")
@Grant(value = "USAGE", on = "billing", to = "reader")
package shop;

import dev.varve.annotations.Grant;
