using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases;

/// <summary>A customer, known by the token of one case.</summary>
public sealed record CurrentCustomer(Id<Case> CaseId, Id<Customer> CustomerId, string? Name, byte[] Token);

/// <summary>Who calls: an agent or a customer, exactly one of them.</summary>
public sealed record Caller
{
    private readonly Func<Db, CancellationToken, Task<bool>>? stillOpens;

    /// <param name="stillOpens">Whether what they came in with, a key or a session, has not been taken away since.</param>
    public Caller(CurrentAgent agent, Func<Db, CancellationToken, Task<bool>>? stillOpens = null) => (Agent, this.stillOpens) = (agent, stillOpens);

    public Caller(CurrentCustomer customer) => Customer = customer;

    public CurrentAgent? Agent { get; }

    public CurrentCustomer? Customer { get; }

    /// <summary>Names the caller in a once-key.</summary>
    public string Key => Agent is { } agent ? $"agent {agent.Id}" : $"customer {Customer!.CaseId}"; // one or the other

    /// <summary>Asked again while a stream is open: whoever is signed out, or has lost the key, hears nothing more.</summary>
    public Task<bool> StillOpens(Db db, CancellationToken ct) => stillOpens?.Invoke(db, ct) ?? Task.FromResult(true);

    public By By(Happening what) => Agent is { } agent
        ? Timeline.By.Agent(agent, what.IsInternal)
        : Timeline.By.Customer(Customer!.Name, Customer.CustomerId.Value); // one or the other

    /// <summary>Set by the authentication; an endpoint that takes a caller is behind a policy that has made sure of one.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<Caller>());
}
