package shop;

import dev.varve.annotations.Default;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Table
public record Bad(
    @Id @GeneratedValue(strategy = GenerationType.UUID) long id,
    @GeneratedValue(strategy = GenerationType.IDENTITY) UUID number,
    @GeneratedValue(strategy = GenerationType.SEQUENCE) int order,
    @GeneratedValue String code,
    @GeneratedValue @Default("gen_random_uuid()") UUID token) {}
