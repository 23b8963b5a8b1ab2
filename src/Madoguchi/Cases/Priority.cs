namespace Madoguchi.Cases;

/// <summary>How soon the house wants to be at it. Customers never see it.</summary>
public enum Priority { Low, Normal, High, Urgent }
