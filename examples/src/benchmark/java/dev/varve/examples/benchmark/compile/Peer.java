package dev.varve.examples.benchmark.compile;

/**
 * A processor, and a source of ten fields as it wants it.
 *
 * @param processor its class
 * @param source with the number of the class in place of {@code #}
 */
record Peer(String name, String processor, String source) {
  private static final String ENTITY = """
      package shop;

      import jakarta.persistence.Column;
      import jakarta.persistence.Entity;
      import jakarta.persistence.Id;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.time.LocalDate;

      @Entity
      public class Item# {
        @Id long id;
        @Column(length = 100) String name;
        String description;
        int quantity;
        BigDecimal price;
        boolean active;
        Instant createdAt;
        LocalDate day;
        double weight;
        @Column(nullable = true) String note;
      }
      """;

  static final Peer VARVE = new Peer("Varve", "dev.varve.processor.VarveProcessor", """
      package shop;

      import jakarta.persistence.Column;
      import jakarta.persistence.Id;
      import jakarta.persistence.Table;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.time.LocalDate;
      import java.util.Optional;

      @Table
      public record Item#(
          @Id long id,
          @Column(length = 100) String name,
          String description,
          int quantity,
          BigDecimal price,
          boolean active,
          Instant createdAt,
          LocalDate day,
          double weight,
          Optional<String> note) {}
      """);

  /** The same records as Varve's. */
  static final Peer EMPTY =
      new Peer("three empty classes", ThreeEmptyClasses.class.getName(), VARVE.source());

  static final Peer HIBERNATE =
      new Peer("Hibernate", "org.hibernate.processor.HibernateProcessor", ENTITY);

  static final Peer QUERYDSL =
      new Peer("Querydsl", "com.querydsl.apt.jpa.JPAAnnotationProcessor", ENTITY);

  static final Peer DOMA = new Peer("Doma", "org.seasar.doma.internal.apt.DomaProcessor", """
          package shop;

          import java.math.BigDecimal;
          import java.time.LocalDate;
          import java.time.LocalDateTime;
          import java.util.Optional;
          import org.seasar.doma.Entity;
          import org.seasar.doma.Id;
          import org.seasar.doma.Metamodel;

          @Entity(metamodel = @Metamodel)
          public record Item#(
              @Id Long id,
              String name,
              String description,
              Integer quantity,
              BigDecimal price,
              Boolean active,
              LocalDateTime createdAt,
              LocalDate day,
              Double weight,
              Optional<String> note) {}
          """);
}
