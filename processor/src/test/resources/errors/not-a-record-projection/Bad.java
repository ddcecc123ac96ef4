package shop;

import dev.varve.annotations.Projection;

@Projection
public interface Bad {
  String name();
}
