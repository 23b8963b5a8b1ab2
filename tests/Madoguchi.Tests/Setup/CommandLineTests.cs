using Madoguchi.Desks;
using Madoguchi.Setup;

namespace Madoguchi.Tests.Setup;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("--urls http://127.0.0.1:1")]
    public void Without_a_command_it_serves(string line) => Assert.IsType<Command.Serve>(Read(line));

    [Fact]
    public void An_agent_is_added_with_desks_languages_and_role()
    {
        var add = Assert.IsType<Command.AddAgent>(Read("agent add --name Hana --email hana@example.test --desk a --desk b --language ja --language en --role supervisor --password-stdin"));

        Assert.True(add.ReadsPassword);
        Assert.Equal(("Hana", "hana@example.test", AgentRole.Supervisor), (add.Agent.Name, add.Agent.Email, add.Agent.Role));
        Assert.Equal(["a", "b"], add.Agent.Desks);
        Assert.Equal(["ja", "en"], add.Agent.Languages);
    }

    [Theory]
    [InlineData("agent add --name Hana")]
    [InlineData("agent add --name Hana --email nowhere")]
    [InlineData("agent add --name Hana --email h@example.test --role king")]
    [InlineData("agent add --name Hana --email h@example.test --role 7")]
    [InlineData("agent add --name Hana --email h@example.test --colour red")]
    [InlineData("agent add --name Hana --email")]
    [InlineData("agent remove")]
    [InlineData("migrate now")]
    public void What_cannot_be_meant_is_said_in_a_sentence(string line) =>
        Assert.EndsWith(".", Assert.IsType<Command.Wrong>(Read(line)).Why, StringComparison.Ordinal);

    private static Command Read(string line) => CommandLine.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
