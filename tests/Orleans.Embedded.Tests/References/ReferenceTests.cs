namespace Orleans.Embedded.Tests.References;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Two_references_to_one_grain_are_equal()
    {
        await using var silo = await TestSilo.Start();
        var (one, two) = (silo.Grain<IFriendGrain>("a"), silo.Grain<IFriendGrain>("a"));

        one.ShouldBe(two);
        one.GetHashCode().ShouldBe(two.GetHashCode());
        one.Equals(silo.Grain<IFriendGrain>("b")).ShouldBeFalse();
        one.Equals(silo.Grain<IStringKeyGrain>("a")).ShouldBeFalse();
        new HashSet<IFriendGrain> { one, two }.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_grain_can_pass_on_a_reference_that_it_was_given()
    {
        await using var silo = await TestSilo.Start();
        var (a, b) = (silo.Grain<IFriendGrain>("a"), silo.Grain<IFriendGrain>("b"));

        await a.Befriend(b).Soon();

        (await a.NameOfFriend().Soon()).ShouldBe("friend b");
        (await a.Friend().Soon()).ShouldBe(b);
    }

    [Fact]
    public async Task A_grain_can_give_a_reference_to_itself()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IFriendGrain>();

        var self = await grain.Myself().Soon();

        self.ShouldBe(grain);
        (await self.Name().Soon()).ShouldBe("friend a");
    }

    [Fact]
    public async Task A_reference_can_travel_inside_a_message()
    {
        await using var silo = await TestSilo.Start();
        var (a, b) = (silo.Grain<IFriendGrain>("a"), silo.Grain<IFriendGrain>("b"));

        var answer = await a.Forward(new Letter("hi", b)).Soon();

        answer.Text.ShouldBe("hi via friend b");
        (await answer.From!.Name().Soon()).ShouldBe("friend a");
    }

    [Fact]
    public async Task All_interfaces_of_a_grain_lead_to_one_activation()
    {
        await using var silo = await TestSilo.Start();

        var asFriend = await silo.Grain<IFriendGrain>().Instance().Soon();
        var asGreeter = await silo.Grain<IGreeter>().Instance().Soon();
        var cast = await silo.Grain<IFriendGrain>().AsReference<IGreeter>().Instance().Soon();

        asGreeter.ShouldBe(asFriend);
        cast.ShouldBe(asFriend);
    }

    [Fact]
    public async Task References_to_one_grain_are_equal_whatever_their_interface()
    {
        await using var silo = await TestSilo.Start();

        silo.Grain<IFriendGrain>().Equals(silo.Grain<IGreeter>()).ShouldBeTrue();
    }

    [Fact]
    public async Task Methods_of_an_inherited_interface_can_be_called()
    {
        await using var silo = await TestSilo.Start();
        INamed named = silo.Grain<IFriendGrain>("b");

        (await named.Name().Soon()).ShouldBe("friend b");
        (await silo.Grain<IFriendGrain>("a").NameOf(named).Soon()).ShouldBe("friend b");
    }

    [Fact]
    public async Task Overloads_are_told_apart()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IGreeter>();

        (await grain.Greet("you").Soon()).ShouldBe("hello you");
        (await grain.Greet("you", 2).Soon()).ShouldBe("hello you hello you");
    }
}
