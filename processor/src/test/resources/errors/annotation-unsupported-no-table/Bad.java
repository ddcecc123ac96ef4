package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Index;
import dev.varve.annotations.Unlogged;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "good")
public record Bad(@Id long id, Address address) {

  @Embeddable
  @Check("city <> street")
  record Address(String city, String street) {}

  @Entity
  record User(@Id long id, String name) {}

  @Unlogged
  @Index(columns = "city")
  @Index(columns = "name")
  record Place(@Id long id, String name, String city) {}

  @Entity
  static class Old {}
}
