using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Cases.Following;

public sealed class VisitsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Case> Story = new(Guid.NewGuid());
    private readonly Visits visits = new();

    [Fact]
    public void A_customer_is_connected_while_a_page_is_open_then_away_then_gone()
    {
        var page = Customer(Noon);
        visits.Renew(page);
        Assert.Equal(new(Nearness.Connected, Noon), At(0));

        visits.End(Story, page.Id, Noon.AddSeconds(10));
        Assert.Equal(new(Nearness.Away, Noon.AddSeconds(10)), At(11));
        Assert.Equal(new(Nearness.Away, Noon.AddSeconds(10)), At(10 + 300));
        Assert.Equal(new(Nearness.Gone, Noon.AddSeconds(10)), At(10 + 301));
    }

    [Fact]
    public void A_second_page_keeps_the_customer_connected()
    {
        var (page, phone) = (Customer(Noon), Customer(Noon.AddSeconds(3)));
        visits.Renew(page);
        visits.Renew(phone);

        visits.End(Story, page.Id, Noon.AddSeconds(5));

        Assert.Equal(new(Nearness.Connected, Noon.AddSeconds(3)), At(6));
    }

    [Fact]
    public void Visitors_of_a_killed_node_fade_after_25_seconds_and_were_last_there_when_last_heard()
    {
        visits.Renew(Customer(Noon));

        Assert.Equal(Nearness.Connected, At(25).State);
        visits.Expire(Noon.AddSeconds(26));
        Assert.Equal(new(Nearness.Away, Noon), At(26));
    }

    [Fact]
    public void A_case_where_nobody_has_been_for_long_is_forgotten()
    {
        visits.Renew(Customer(Noon));
        visits.Expire(Noon.AddSeconds(299));
        Assert.NotEmpty(visits.Known);

        visits.Expire(Noon.AddSeconds(301));

        Assert.Empty(visits.Known);
    }

    [Fact]
    public void What_the_database_knows_counts_when_nobody_here_has_seen_the_customer()
    {
        Assert.Equal(new(Nearness.Gone, null), visits.Customer(Story, null, Noon));
        Assert.Equal(new(Nearness.Away, Noon), visits.Customer(Story, Noon, Noon.AddMinutes(4)));
        Assert.Equal(new(Nearness.Gone, Noon), visits.Customer(Story, Noon, Noon.AddMinutes(6)));
    }

    [Fact]
    public void An_agent_with_two_pages_is_one_and_writing_fades()
    {
        var hana = new Id<Agent>(Guid.NewGuid());
        visits.Renew(Agent(hana, "Hana"));
        visits.Renew(Agent(hana, "Hana"));
        Assert.Equal([new AgentPresence("Hana", Doing.Viewing)], Agents(1));

        visits.Write(Story, hana, reply: false, Noon.AddSeconds(2));
        Assert.Equal([new AgentPresence("Hana", Doing.Writing)], Agents(7));
        Assert.Equal([new AgentPresence("Hana", Doing.Viewing)], Agents(8));
        Assert.Equal(Nearness.Gone, At(8).State);
    }

    [Fact]
    public void Who_begins_a_reply_holds_it_until_some_seconds_after_the_last_key()
    {
        var (hana, sora) = (new Id<Agent>(Guid.NewGuid()), new Id<Agent>(Guid.NewGuid()));
        visits.Renew(Agent(hana, "Hana"));
        visits.Renew(Agent(sora, "Sora"));

        visits.Write(Story, sora, reply: false, Noon);
        visits.Write(Story, hana, reply: true, Noon.AddSeconds(1));
        visits.Write(Story, sora, reply: true, Noon.AddSeconds(3));
        Assert.Equal([new("Hana", Doing.Writing, Replying: true), new("Sora", Doing.Writing)], Agents(4));
        visits.Write(Story, sora, reply: true, Noon.AddSeconds(7));
        Assert.Equal([new("Hana", Doing.Viewing), new("Sora", Doing.Writing, Replying: true)], Agents(8));
        Assert.Equal([new("Hana", Doing.Viewing), new("Sora", Doing.Viewing)], Agents(13));
    }

    [Fact]
    public void A_renewal_does_not_stop_the_writing()
    {
        var page = Agent(new Id<Agent>(Guid.NewGuid()), "Hana");
        visits.Renew(page);
        visits.Write(Story, page.Agent!.Value, reply: false, Noon); // an agent's page

        visits.Renew(page with { Heard = Noon.AddSeconds(1) });

        Assert.Equal(Doing.Writing, Agents(2).Single().Doing);
    }

    [Fact]
    public void What_one_node_says_another_understands()
    {
        var (customer, agent) = (Customer(Noon), Agent(new Id<Agent>(Guid.NewGuid()), "花 山田"));
        var many = Enumerable.Range(0, 50).Select(_ => Customer(Noon) with { CaseId = new(Guid.NewGuid()) }).ToList();

        var packs = VisitLines.Packed([.. new[] { customer, agent }.Concat(many).Select(VisitLines.There), VisitLines.Typing(Story, agent.Agent!.Value, reply: true)]).ToList(); // an agent's page
        foreach (var pack in packs)
            Assert.NotEmpty(visits.Hear(pack, _ => false, Noon));

        Assert.All(packs, p => Assert.InRange(p.Length, 1, 1_000));
        Assert.Equal(51, visits.Known.Count);
        Assert.Equal(new(Nearness.Connected, Noon), At(1));
        Assert.Equal([new AgentPresence("花 山田", Doing.Writing, Replying: true)], Agents(1));

        visits.Hear(VisitLines.Left(customer), _ => false, Noon.AddSeconds(2));
        Assert.Equal(Nearness.Away, At(3).State);
    }

    [Fact]
    public void A_node_does_not_believe_what_it_said_itself()
    {
        var customer = Customer(Noon);

        Assert.Empty(visits.Hear(VisitLines.There(customer), id => id == customer.Id, Noon));
    }

    private static PageVisit Customer(DateTimeOffset since) => new(Guid.NewGuid(), Story, null, null, since, since);

    private static PageVisit Agent(Id<Agent> id, string name) => new(Guid.NewGuid(), Story, id, name, Noon, Noon);

    private CustomerPresence At(int seconds) => visits.Customer(Story, null, Noon.AddSeconds(seconds));

    private IEnumerable<AgentPresence> Agents(int seconds) => visits.Agents(Story, Noon.AddSeconds(seconds)).Select(a => a.Presence);
}
