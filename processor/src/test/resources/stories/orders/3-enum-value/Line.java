package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(name = "lines")
public record Line(
    @Id @References(Order.class) long orderId,
    @Id int position,
    String what) {}
