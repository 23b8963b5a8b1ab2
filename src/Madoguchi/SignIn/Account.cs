using Madoguchi.Desks;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Identity;

namespace Madoguchi.SignIn;

/// <summary>How an agent signs in. Its id is the agent's.</summary>
public sealed class Account : IdentityUser<Guid>;

/// <summary>A key to the API: a person's or a purpose's. It acts as its agent; only its hash is kept.</summary>
public sealed class ApiKey
{
    public required Id<ApiKey> Id { get; init; }
    public required Id<Agent> AgentId { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The first characters, to tell keys apart in a list.</summary>
    public required string Hint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>Somebody is signed in somewhere. A copy of the cookie is worth nothing once this is gone: signing out takes it away.</summary>
public sealed class Session
{
    public required Id<Session> Id { get; init; }

    public required Id<Agent> AgentId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>A key of ASP.NET's data protection: cookies and form tokens stay valid over restarts and nodes.</summary>
public sealed class ProtectionKey
{
    public required Guid Id { get; init; }
    public required string Xml { get; init; }
}
