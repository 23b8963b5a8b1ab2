namespace Madoguchi.Customers;

/// <summary>What a person's input turned out to be. A mistyped number is said kindly; what is no number at all may be a name.</summary>
public enum NumberReading
{
    Right,
    Mistyped,
    NotANumber,
}
