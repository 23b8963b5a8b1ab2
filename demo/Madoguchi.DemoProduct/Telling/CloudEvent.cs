using Madoguchi.DemoProduct.Registering;

namespace Madoguchi.DemoProduct.Telling;

/// <summary>By what Madoguchi finds the customer: the code and the address.</summary>
public sealed record Told(string Code, string Email, string Language);

/// <summary>What happened, in the words of CloudEvents 1.0. The subject is the account.</summary>
public sealed record CloudEvent(string Id, string Source, string Type, DateTimeOffset Time, string Subject, Told Data)
{
    public string Specversion { get; } = "1.0";

    public string Datacontenttype { get; } = "application/json";

    public static CloudEvent Of(string type, Registration about, DateTimeOffset now) =>
        new($"{about.Id}.{type}", "/yukari/registration", type, now, about.AccountId, new(about.Code, about.Email, about.Language));
}
