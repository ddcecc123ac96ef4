package shop;

public enum Status { NEW, OPEN }
