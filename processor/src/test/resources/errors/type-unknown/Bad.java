package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(
    @Id long id,
    @Column(columnDefinition = "interger") long a,
    @Column(columnDefinition = "timestamptx") String b,
    @Column(columnDefinition = "varchar(20) not null") String c,
    @Column(columnDefinition = "char(0)") String d,
    @Column(columnDefinition = "bigserial") long e,
    @Column(columnDefinition = "timestamp(9)") String f,
    @Column(columnDefinition = "numeric(1") String g,
    @Column(columnDefinition = "\"txt\"") String known,
    @Column(columnDefinition = "public.txt") String knownToo,
    @Column(columnDefinition = "seg") String ofAnExtension) {}
