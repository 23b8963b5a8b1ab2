namespace Madoguchi.Tests.Rig;

/// <summary>An agent on the stage, with the API key to speak for them.</summary>
public sealed record Player(string Name, string AgentId, string Key)
{
    public string Email => $"{Name.ToLowerInvariant()}@example.test";
}

/// <summary>The same few desks and people in every test. Mio at billing is the outsider: what she can see, a border failed to hide.</summary>
public sealed record Cast(Player Hana, Player Ken, Player Robin, Player Sora, Player Mio)
{
    public const string Account = "account";
    public const string Technical = "technical";
    public const string TechnicalEn = "technical-en";
    public const string Billing = "billing";

    /// <param name="admin">A client that speaks with an administrator's key.</param>
    public static async Task<Cast> Assemble(HttpClient admin)
    {
        await Desk(Account, "アカウント窓口", "ja");
        await Desk(Technical, "技術窓口", "ja", "en");
        await Desk(TechnicalEn, "Technical desk", "en");
        await Desk(Billing, "お支払い窓口", "ja");
        return new(
            Hana: await Agent("Hana", "agent", ["ja"], Account),
            Ken: await Agent("Ken", "agent", ["ja", "en"], Technical),
            Robin: await Agent("Robin", "agent", ["en"], TechnicalEn),
            Sora: await Agent("Sora", "supervisor", ["ja", "en"], Account, Technical, TechnicalEn),
            Mio: await Agent("Mio", "agent", ["ja"], Billing));

        async Task Desk(string slug, string name, params string[] languages) =>
            (await admin.Post("/api/v1/desks", new { slug, name, languages })).Was(201);

        async Task<Player> Agent(string name, string role, string[] languages, params string[] desks)
        {
            var email = $"{name.ToLowerInvariant()}@example.test";
            var id = (await admin.Post("/api/v1/agents", new { name, email, desks, languages, role })).Was(201)["agentId"];
            return new(name, id, (await admin.Post($"/api/v1/agents/{id}/keys")).Was(201)["key"]);
        }
    }
}
