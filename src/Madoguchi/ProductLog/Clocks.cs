namespace Madoguchi.ProductLog;

/// <summary>Two clocks never agree. What is told says by how much, where it matters.</summary>
public static class Clocks
{
    /// <summary>Honest clocks differ by this much.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    /// <summary>Nothing is told before it has happened: told with a later time, the teller's clock is ahead.</summary>
    public static TimeSpan? Ahead(DateTimeOffset told, DateTimeOffset received) => told - received > Usual ? told - received : null;
}
