package shop;

import dev.varve.annotations.ForeignKey;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@ForeignKey(columns = {"shop", "numbr"}, references = Order.class)
@ForeignKey(columns = {"shop", "number"}, references = Order.class)
@ForeignKey(columns = {"shop", "number"}, references = Order.class, referencedColumns = {"shop", "numbre"})
@ForeignKey(columns = {"shop", "number"}, references = Order.class, referencedColumns = {"shop", "title"})
@ForeignKey(columns = {"shop", "title"}, references = Order.class, referencedColumns = {"shop", "number"})
@ForeignKey(columns = {"shop", "number"}, references = String.class)
@ForeignKey(
    columns = {"shop", "number"},
    references = Order.class,
    referencedColumns = {"shop", "number"},
    onDelete = ReferentialAction.SET_NULL)
@ForeignKey(
    columns = {"shop", "number"},
    references = Order.class,
    referencedColumns = {"shop", "number"},
    onDelete = ReferentialAction.CASCADE,
    onDeleteColumns = "shop")
@ForeignKey(
    columns = {"shop", "number"},
    references = Order.class,
    referencedColumns = {"shop", "number"},
    onUpdate = ReferentialAction.SET_DEFAULT)
public record Bad(@Id long id, int shop, int number, String title, @References(Order.class) long order) {}
